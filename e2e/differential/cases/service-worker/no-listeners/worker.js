globalThis.nothing = true;
