// perspective-api-client: its address is fixed, so that an interceptor turns it.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const Perspective = require('perspective-api-client');
const axios = require(require.resolve('axios', { paths: [require.resolve('perspective-api-client')] }));
const { BASE, KEY } = process.env;
axios.interceptors.request.use((config) => {
  config.url = config.url.replace('https://commentanalyzer.googleapis.com', BASE);
  return config;
});

const client = new Perspective({ apiKey: KEY });
const answer = await client.analyze('You are an idiot.', { attributes: ['toxicity', 'insult'] });
const { value } = answer.attributeScores.TOXICITY.summaryScore;
try {
  await client.analyze(' ', { attributes: ['toxicity'], validate: false });
} catch (error) {
  console.log(JSON.stringify({ value, error: error.message.replace(/^.*?: /, '') }));
}
