export default {
  async fetch() {
    const text = ': hi\nid: 1\nevent: tick\ndata: a\ndata: b\n\ndata: plain\n\nretry: 5\n\ndata: lost';
    const source = EventSource.from(new Response(text).body);
    const heard = [[source.readyState, source.url, source.withCredentials]];
    source.onopen = () => heard.push('open');
    source.addEventListener('tick', (event) => heard.push(['tick', event.data, event.lastEventId]));
    source.onmessage = (event) => heard.push(['message', event.data, event.lastEventId]);
    source.onerror = (event) => heard.push([event.type]);
    await scheduler.wait(30);
    heard.push(source.readyState);
    source.close();
    heard.push(source.readyState);
    return Response.json(heard);
  },
};
