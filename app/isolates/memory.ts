const MEGABYTE = 1024 * 1024;

/** What an isolate holds of what it may: `12.5 of 128 MB`. @param memory in bytes. */
export function memoryInWords(memory: { readonly bytes: number; readonly limit: number }): string {
  return `${megabytes(memory.bytes)} of ${megabytes(memory.limit)} MB`;
}

function megabytes(bytes: number): string {
  const amount = bytes / MEGABYTE;
  return amount.toLocaleString('en', { maximumFractionDigits: amount < 10 ? 1 : 0 });
}
