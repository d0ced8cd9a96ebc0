// googleapis: Google's client for Node.js, from our discovery document.
import { google } from 'googleapis';

const { BASE, KEY } = process.env;
const client = await google.discoverAPI(`${BASE}/$discovery/rest?version=v1alpha1`);
const requestedAttributes = { TOXICITY: {} };
const fields = 'attributeScores(TOXICITY/summaryScore/value)';
const analyze = (text) =>
  client.comments.analyze({ key: KEY, fields, resource: { comment: { text }, requestedAttributes } });
const answer = await analyze('You are an idiot.');
const scores = answer.data.attributeScores;
const value = scores.TOXICITY.summaryScore.value;
try {
  await analyze('');
} catch (error) {
  const { status, data } = error.response;
  console.log(JSON.stringify({ scores, value, status, errorType: data.error.details[0].errorType }));
}
