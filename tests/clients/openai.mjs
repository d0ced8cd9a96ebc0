// openai: OPENAI_BASE_URL is all that changes.
import OpenAI from 'openai';

const { BASE, KEY } = process.env;
const client = new OpenAI({ baseURL: `${BASE}/v1`, apiKey: KEY, maxRetries: 0 });
const { results } = await client.moderations.create({ input: ['The fees rise again.', 'You are an idiot.'] });
const flagged = results.map((result) => result.flagged);
const categories = Object.keys(results[0].categories).filter((name) => name !== 'spam').length;
try {
  await new OpenAI({ baseURL: `${BASE}/v1`, apiKey: 'bad', maxRetries: 0 }).moderations.create({ input: 'A.' });
} catch (error) {
  console.log(JSON.stringify({ flagged, categories, status: error.status, code: error.code }));
}
