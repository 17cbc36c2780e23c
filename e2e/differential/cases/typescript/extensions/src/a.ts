export default 'a' as string;
