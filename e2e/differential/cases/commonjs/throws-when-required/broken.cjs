exports.early = true;
throw new Error('broken');
