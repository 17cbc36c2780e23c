console.log('after');
