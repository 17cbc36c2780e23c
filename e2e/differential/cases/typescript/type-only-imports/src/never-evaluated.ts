console.log('evaluated');
export type Unused = 1;
