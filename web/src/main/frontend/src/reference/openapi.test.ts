import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operationsOf, sketch, type OpenApi } from './openapi.js';

const DOCUMENT: OpenApi = {
  info: { title: 'Whetstone', version: '1' },
  paths: {
    '/api/models': { get: { summary: 'All' }, parameters: [{ name: 'kind', in: 'query' }] },
    '/api/datasets': { post: { tags: ['Datasets'] } },
  },
  components: {
    schemas: {
      Node: {
        type: 'object',
        properties: { id: { type: 'string', format: 'uuid' }, next: { $ref: '#/components/schemas/Node' } },
      },
    },
  },
};

test('operations are grouped by tag, else by path, and inherit parameters', () => {
  const groups = operationsOf(DOCUMENT);
  assert.deepEqual([...groups.keys()], ['Datasets', 'Models']);
  assert.equal(groups.get('Models')?.[0]?.parameters?.[0]?.name, 'kind');
});

test('schemas are sketched and circles are cut', () => {
  assert.deepEqual(sketch({ type: 'array', items: { $ref: '#/components/schemas/Node' } }, DOCUMENT), [
    { id: 'string (uuid)', next: 'Node' },
  ]);
});
