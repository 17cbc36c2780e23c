export default 'd' as string;
