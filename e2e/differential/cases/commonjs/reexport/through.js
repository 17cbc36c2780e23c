export { one, default } from './main.cjs';
