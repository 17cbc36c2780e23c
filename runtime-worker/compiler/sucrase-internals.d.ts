/**
 * The parts that sucrase's `transform` is made of, with the types it ships for them. They are used one
 * by one because `transform` keeps the tokens to itself: its source map loses every column after an
 * empty template chunk, and code it cannot translate leaves without a word.
 */
declare module 'sucrase/dist/esm/HelperManager' {
  export * from 'sucrase/dist/types/HelperManager';
}
declare module 'sucrase/dist/esm/identifyShadowedGlobals' {
  export { default } from 'sucrase/dist/types/identifyShadowedGlobals';
}
declare module 'sucrase/dist/esm/NameManager' {
  export { default } from 'sucrase/dist/types/NameManager';
}
declare module 'sucrase/dist/esm/parser' {
  export * from 'sucrase/dist/types/parser';
}
declare module 'sucrase/dist/esm/parser/tokenizer' {
  export { Token } from 'sucrase/dist/types/parser/tokenizer';
}
declare module 'sucrase/dist/esm/parser/tokenizer/keywords' {
  export * from 'sucrase/dist/types/parser/tokenizer/keywords';
}
declare module 'sucrase/dist/esm/parser/tokenizer/types' {
  export * from 'sucrase/dist/types/parser/tokenizer/types';
}
declare module 'sucrase/dist/esm/TokenProcessor' {
  export { default } from 'sucrase/dist/types/TokenProcessor';
}
declare module 'sucrase/dist/esm/transformers/RootTransformer' {
  export { default } from 'sucrase/dist/types/transformers/RootTransformer';
}
declare module 'sucrase/dist/esm/util/getTSImportedNames' {
  export { default } from 'sucrase/dist/types/util/getTSImportedNames';
}
