import { requireContext } from './subrequests';

/**
 * The `waitUntil` of `cloudflare:workers`, for the request that is running.
 * @throws {TypeError} without a promise.
 * @throws as workerd does where no request is running.
 */
export const waitUntil = {
  waitUntil(...promises: unknown[]): void {
    if (promises.length === 0) {
      throw new TypeError(
        "Failed to execute 'waitUntil' on 'EntrypointsModule': parameter 1 is not of type 'Promise'.",
      );
    }
    requireContext().waitUntil(promises[0]);
  },
  // Its name shows that workerd binds it.
}.waitUntil.bind(undefined);
