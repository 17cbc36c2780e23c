/** The module and all it imports, as the text of one classic script. See scripts/vite-script-import.ts. */
declare module '*?script' {
  const source: string;
  export default source;
}

/** Where the file is served. */
declare module '*.wasm?url' {
  const url: string;
  export default url;
}
