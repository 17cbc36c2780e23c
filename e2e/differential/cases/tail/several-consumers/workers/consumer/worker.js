export default { tail: ([{ outcome }]) => console.log('consumer', outcome) };
