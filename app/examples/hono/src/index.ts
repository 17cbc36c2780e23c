import { abortIsolate } from 'cloudflare:workers';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';

const app = new Hono<{ Bindings: Env }>();
const stock = new Map([
  ['apples', 12],
  ['pears', 3],
]);

app.get('/', (context) => context.text(`${stock.size} things in stock\n`));

app.get('/stock/:thing', (context) => {
  const thing = context.req.param('thing');
  const amount = stock.get(thing);
  if (amount === undefined)
    throw new HTTPException(404, { message: `no ${thing}` });
  return context.json({ thing, amount });
});

app.get('/damage', () => {
  stock.clear();
  throw new Error('half of the stock was moved');
});

app.onError((error) => {
  if (error instanceof HTTPException) return error.getResponse();
  // Nobody knows what state it left behind.
  abortIsolate(`unexpected: ${error.message}`);
});

export default app;
