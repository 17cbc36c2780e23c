const seen: unknown[] = [];
function logged(value: unknown, context: { kind: string; name: unknown }) {
  seen.push(context.kind, context.name);
  return value as never;
}
@logged
class Service {
  @logged
  method() {
    return 1;
  }
}

export default {
  fetch: async () => Response.json([seen, new Service().method()]),
};
