exports.name = 'required';
