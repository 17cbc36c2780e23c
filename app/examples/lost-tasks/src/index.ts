import { abortIsolate } from 'cloudflare:workers';

export default {
  fetch(request, _env, ctx) {
    const order = new URL(request.url).searchParams.get('order') ?? 'none';
    ctx.waitUntil(sendMail(order));
    return new Response(`Thank you for the order of ${order}.\n`);
  },
} satisfies ExportedHandler<Env>;

async function sendMail(order: string): Promise<void> {
  await scheduler.wait(1000);
  if (order === 'a broken thing') abortIsolate('the mailer is in a bad state');
  await scheduler.wait(5000);
  console.log(`Mail sent: ${order}`);
}
