export default 'c' as string;
