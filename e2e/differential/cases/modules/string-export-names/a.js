const value = 'found';
export { value as 'not an identifier' };
