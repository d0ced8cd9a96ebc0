// akismet-api, the library that Coral uses: the key is the first label of a host, which leads to us here.
import dns from 'node:dns';
import { createRequire } from 'node:module';

const { lookup } = dns;
dns.lookup = (host, options, done) => lookup(host.endsWith('akismet.test') ? '127.0.0.1' : host, options, done);

const { AkismetClient } = createRequire(import.meta.url)('akismet-api');
const { BASE, KEY } = process.env;
const host = `akismet.test:${new URL(BASE).port}`;
const client = new AkismetClient({ key: KEY, blog: 'https://blog.example/', host, protocol: 'http' });
const from = { ip: '203.0.113.9', useragent: 'UA' };
const valid = await client.verifyKey();
const ham = await client.checkSpam({ ...from, content: 'The fees rise.' });
const spam = await client.checkSpam({ ...from, content: 'You are such an idiot.' });
const test = await client.checkSpam({ ...from, content: 'hi', name: 'viagra-test-123', isTest: true });
await client.submitSpam({ ...from, content: 'Buy pills.' });
await client.submitHam({ ...from, content: 'The fees rise.' });
console.log(JSON.stringify({ valid, ham, spam, test, submitted: true }));
