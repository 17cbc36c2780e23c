export default 'e' as string;
