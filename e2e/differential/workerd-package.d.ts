/** The package has no types. It is CommonJS, so that its `default` is one step further in. */
declare module 'workerd' {
  const exports: {
    /** Path of the binary. */
    readonly default: string;
  };
  export default exports;
}
