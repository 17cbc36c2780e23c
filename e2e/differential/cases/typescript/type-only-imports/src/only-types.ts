console.log('only types, evaluated');
export interface OnlyType {}
