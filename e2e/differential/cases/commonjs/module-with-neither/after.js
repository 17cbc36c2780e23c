export default globalThis.plain;
