// @cedx/akismet: reads every header, and throws at those that speak of trouble.
import { Author, Blog, Client, Comment } from '@cedx/akismet';

const { BASE, KEY } = process.env;
const blog = new Blog({ url: new URL('https://blog.example/') });
const client = new Client(KEY, blog, { baseUrl: BASE });
const author = new Author({ ipAddress: '203.0.113.9', userAgent: 'UA' });
const check = (content) => client.checkComment(new Comment({ author, content, context: ['news'] }));
const valid = await client.verifyKey();
const ham = String(await check('The fees rise.'));
const spam = String(await check('You are quite an idiot.'));
const bad = await new Client('000000000000', blog, { baseUrl: BASE }).verifyKey();
console.log(JSON.stringify({ valid, ham, spam, bad }));
