export default {
  async scheduled({ cron, scheduledTime }) {
    console.log(cron, scheduledTime);
  },
};
