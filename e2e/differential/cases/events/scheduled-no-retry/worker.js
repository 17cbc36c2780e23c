export default { scheduled: (controller) => controller.noRetry() };
