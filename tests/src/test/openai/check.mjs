// Asks the running product what applications ask OpenAI, with OpenAI's own SDK. Any deviation throws.
import assert from 'node:assert/strict';
import OpenAI from 'openai';

const { BASE_URL, API_KEY, MODEL } = process.env;
const client = new OpenAI({ baseURL: BASE_URL, apiKey: API_KEY, maxRetries: 0, timeout: 120_000 });
const messages = [{ role: 'user', content: 'Name three colours.' }];
const settings = { model: MODEL, messages, max_tokens: 24, temperature: 0 };

const listed = [];
for await (const model of client.models.list()) listed.push(model.id);
assert.ok(listed.includes(MODEL), `${MODEL} is not in ${listed}`);
const retrieved = await client.models.retrieve(MODEL);
assert.equal(retrieved.object, 'model');
assert.ok(retrieved.created > 1_600_000_000);

const whole = await client.chat.completions.create(settings);
assert.equal(whole.object, 'chat.completion');
assert.equal(whole.choices[0].message.role, 'assistant');
assert.ok(whole.choices[0].message.content.length > 0);
assert.ok(['stop', 'length'].includes(whole.choices[0].finish_reason));
assert.equal(whole.usage.total_tokens, whole.usage.prompt_tokens + whole.usage.completion_tokens);

let streamed = '';
let usage = null;
let chunks = 0;
const stream = await client.chat.completions.create({
  ...settings,
  stream: true,
  stream_options: { include_usage: true },
});
for await (const chunk of stream) {
  assert.equal(chunk.object, 'chat.completion.chunk');
  streamed += chunk.choices[0]?.delta?.content ?? '';
  usage = chunk.usage ?? usage;
  chunks += 1;
}
assert.equal(streamed, whole.choices[0].message.content);
// The second answer finds the prompt in the cache, so only the counts agree.
assert.equal(usage.total_tokens, whole.usage.total_tokens);
assert.ok(chunks > 3, `only ${chunks} chunks`);

const gathered = await client.chat.completions.stream(settings).finalChatCompletion();
assert.equal(gathered.choices[0].message.content, streamed);

const refused = async (type, call) => {
  const failure = await call().then(
    () => assert.fail(`no ${type.name}`),
    (reason) => reason,
  );
  assert.ok(failure instanceof type, `${failure} is no ${type.name}`);
  assert.ok(failure.message.length > 0);
  return failure;
};
const stranger = new OpenAI({ baseURL: BASE_URL, apiKey: 'not-a-key', maxRetries: 0 });
await refused(OpenAI.AuthenticationError, () => stranger.chat.completions.create(settings));
const unknown = await refused(OpenAI.NotFoundError, () =>
  client.chat.completions.create({ ...settings, model: 'no-such-model' }),
);
assert.equal(unknown.type, 'invalid_request_error');
const wrong = await refused(OpenAI.BadRequestError, () =>
  client.chat.completions.create({ ...settings, temperature: 9 }),
);
assert.equal(wrong.param, 'temperature');
await refused(OpenAI.BadRequestError, () => client.chat.completions.create({ ...settings, messages: [] }));

const abandoned = await client.chat.completions.create({ ...settings, max_tokens: 512, stream: true });
for await (const chunk of abandoned) {
  assert.ok(chunk.id.length > 0);
  break;
}
assert.ok(abandoned.controller.signal.aborted);
console.log(`${listed.length} models, ${chunks} chunks, ${whole.usage.total_tokens} tokens: as the SDK expects`);
