const answer = await fetch('data:,hi').then((response) => response.text(), (error) => error.message);

export default { fetch: () => new Response(answer) };
