/** What of fflate links need: loaded with the first link. */
export { deflateSync, Inflate } from 'fflate';
