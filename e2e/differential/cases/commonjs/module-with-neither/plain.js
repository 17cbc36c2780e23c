globalThis.plain = 'ran';
