export default "evaluated";
