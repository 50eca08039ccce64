// An OpenID Connect issuer for the tests. It is the certified oidc-provider; what is ours is how people sign in there,
// a control endpoint, and faults that an honest issuer never makes. Prints its address when it listens.
import { createServer } from 'node:http';
import { createHmac, randomUUID } from 'node:crypto';
import * as jose from 'jose';
import Provider from 'oidc-provider';

const state = { clients: [], accounts: new Map(), fault: '', alg: 'RS256', key: await newKey('RS256') };
let issuer = '';
let provider;

async function newKey(alg) {
  const { privateKey } = await jose.generateKeyPair(alg, { extractable: true });
  return { ...(await jose.exportJWK(privateKey)), kid: randomUUID(), alg, use: 'sig' };
}

function rebuild() {
  provider = new Provider(issuer, {
    clients: state.clients.map((client) => ({ ...client, id_token_signed_response_alg: state.alg })),
    clientDefaults: { id_token_signed_response_alg: state.alg },
    enabledJWA: { idTokenSigningAlgValues: ['RS256', 'EdDSA'] },
    jwks: { keys: [state.key] },
    cookies: { keys: ['only for tests'] },
    // The provider refuses to call addresses of this machine, which is where the installation is.
    fetch: (url, options) => fetch(url, { ...options, dispatcher: undefined }),
    claims: { openid: ['sub', 'acr', 'amr'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups', 'hasgroups'] },
    acrValues: ['phr', 'pwd'],
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...state.accounts.get(id) }) }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client.clientId,
        accountId: ctx.oidc.session.accountId,
      });
      grant.addOIDCScope('openid email profile groups');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.path === '/token' && ctx.body?.id_token !== undefined) ctx.body = await spoilt(ctx.body);
  });
}

const signed = (claims, key, kid) =>
  new jose.SignJWT(claims).setProtectedHeader({ alg: state.alg, kid }).sign(key);

/** The token answer with the one fault that a test asked for. */
async function spoilt(body) {
  const claims = jose.decodeJwt(body.id_token);
  const own = await jose.importJWK(state.key, state.alg);
  const again = (changes) => signed({ ...claims, ...changes }, own, state.key.kid);
  const encode = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const faults = {
    nonce: () => again({ nonce: 'another' }),
    expired: () => again({ iat: claims.iat - 7200, exp: claims.iat - 3600 }),
    audience: () => again({ aud: 'somebody-else' }),
    party: () => again({ aud: ['whetstone', 'other'], azp: 'other' }),
    issuer: () => again({ iss: 'https://evil.example' }),
    at_hash: () => again({ at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' }),
    key: async () => signed(claims, await jose.importJWK(await newKey(state.alg), state.alg), state.key.kid),
    none: async () => `${encode({ alg: 'none' })}.${encode(claims)}.`,
    hmac: async () => {
      const pem = await jose.exportSPKI(await jose.importJWK({ ...state.key, d: undefined, p: undefined, q: undefined,
        dp: undefined, dq: undefined, qi: undefined }, 'RS256'));
      const text = `${encode({ alg: 'HS256', kid: state.key.kid })}.${encode(claims)}`;
      return `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`;
    },
  };
  const fault = faults[state.fault];
  return fault === undefined ? body : { ...body, id_token: await fault() };
}

const readBody = async (request) => {
  let text = '';
  for await (const part of request) text += part;
  return text;
};

/** Signs in whoever the hint names; without one a person types the name. */
async function interact(request, response) {
  const { params, uid } = await provider.interactionDetails(request, response);
  const typed = request.method === 'POST' ? new URLSearchParams(await readBody(request)) : undefined;
  if (typed?.has('cancel')) {
    return provider.interactionFinished(request, response, { error: 'access_denied' });
  }
  const account = typed?.get('account') ?? params.login_hint;
  if (account === undefined) {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html><html lang="en"><title>Issuer</title><main><h1>Issuer</h1>
      <form method="post" action="/interaction/${uid}"><label>Account <input name="account"></label>
      <button>Sign in</button></form></main></html>`);
    return undefined;
  }
  const { acr, amr } = state.accounts.get(account) ?? {};
  return provider.interactionFinished(request, response, { login: { accountId: account, acr, amr } });
}

const controls = {
  async clients(body) {
    state.clients = body;
    rebuild();
  },
  async accounts(body) {
    for (const [id, claims] of Object.entries(body)) state.accounts.set(id, claims);
  },
  async fault(body) {
    state.fault = body.fault;
  },
  async logout(body) {
    const client = await provider.Client.find('whetstone');
    await client.backchannelLogout(body.account, randomUUID());
  },
  /** A logout token that is right in all but, perhaps, its type. */
  async logoutAs(body) {
    const token = await new jose.SignJWT({
      sub: body.account,
      jti: randomUUID(),
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    })
      .setProtectedHeader({ alg: state.alg, kid: state.key.kid, typ: body.typ })
      .setIssuer(issuer)
      .setAudience('whetstone')
      .setIssuedAt()
      .setExpirationTime('2m')
      .sign(await jose.importJWK(state.key, state.alg));
    const answer = await fetch(state.clients[0].backchannel_logout_uri, {
      method: 'POST',
      body: new URLSearchParams({ logout_token: token }),
    });
    if (answer.ok !== body.accepted) throw new Error(`answered ${answer.status} ${await answer.text()}`);
  },
  async rotate() {
    state.key = await newKey(state.alg);
    rebuild();
  },
  async algorithm(body) {
    state.alg = body.alg;
    await controls.rotate();
  },
};

/** Answers as Microsoft Graph does: a POST with JSON and an access token of the very person, or nothing. */
async function memberObjects(request, response) {
  const person = decodeURIComponent(request.url.split('/')[3]);
  const token = await provider.AccessToken.find((request.headers.authorization ?? '').replace(/^Bearer /, ''));
  const wanted = JSON.parse((await readBody(request)) || '{}');
  const right = request.method === 'POST' && wanted.securityEnabledOnly === false && token?.accountId === person;
  response.statusCode = right ? 200 : 403;
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(right ? { value: state.accounts.get(person).elsewhere } : { error: 'forbidden' }));
}

const server = createServer(async (request, response) => {
  try {
    const [, first, name] = request.url.split(/[/?]/);
    if (first === 'control') {
      await controls[name](JSON.parse(await readBody(request)));
      response.statusCode = 204;
      response.end();
    } else if (first === 'foreign') {
      // The document of this issuer, at an address of another one.
      const document = await fetch(`${issuer}/.well-known/openid-configuration`);
      response.setHeader('Content-Type', 'application/json');
      response.end(await document.text());
    } else if (first === 'graph') {
      await memberObjects(request, response);
    } else if (first === 'interaction') {
      await interact(request, response);
    } else {
      await provider.callback()(request, response);
    }
  } catch (failure) {
    console.error(failure);
    response.statusCode = 500;
    response.end(String(failure));
  }
});

server.listen(0, '127.0.0.1', () => {
  issuer = `http://localhost:${server.address().port}`;
  rebuild();
  console.log(`issuer ${issuer}`);
});
