addEventListener('scheduled', (event) => console.log(event.type, event.cron, event.scheduledTime));
