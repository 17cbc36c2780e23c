console.log('evaluated');
export const value = 'late';
