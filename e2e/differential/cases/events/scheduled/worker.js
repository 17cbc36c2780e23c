export default {
  scheduled(controller) {
    console.log(controller.cron, controller.scheduledTime);
  },
};
