/** wrangler's JSON schema of its configuration. See scripts/vite-wrangler-schema.ts. */
declare module 'virtual:wrangler-schema' {
  const schema: {
    readonly definitions: {
      readonly RawConfig: { readonly properties: Readonly<Record<string, unknown>> };
    };
  };
  export default schema;
}
