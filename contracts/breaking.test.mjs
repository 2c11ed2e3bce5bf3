import assert from 'node:assert/strict'
import { test } from 'node:test'
import { breaks } from './breaking.mjs'

const document = (body, answer, more = {}) => ({
  paths: { '/api/things': { post: { requestBody: { required: true, content: { 'application/json': { schema: body } } }, responses: { 201: { content: { 'application/json': { schema: answer } } } }, ...more } } },
})
const thing = (properties, required = Object.keys(properties)) => ({ type: 'object', required, properties, additionalProperties: false })
const text = { type: 'string' }
const of = (before, after) => breaks(document(...before), document(...after))

test('adding breaks nobody', () => {
  assert.deepEqual(of([thing({ a: text }), thing({ id: text })], [thing({ a: text, b: text }, ['a']), thing({ id: text, more: text })]), [])
  assert.deepEqual(of([thing({ a: { ...text, maxLength: 5 } }), thing({})], [thing({ a: { ...text, maxLength: 9 } }), thing({})]), [])
})

test('what has to be sent anew, or is not taken any more', () => {
  assert.deepEqual(of([thing({ a: text }), thing({})], [thing({ a: text, b: text }), thing({})]), ['POST /api/things body: b has to be sent now'])
  assert.deepEqual(of([thing({ a: text, b: text }, ['a']), thing({})], [thing({ a: text }), thing({})]), ['POST /api/things body: b is gone'])
  assert.deepEqual(of([thing({ a: { enum: ['x', 'y'] } }), thing({})], [thing({ a: { enum: ['x'] } }), thing({})]), ['POST /api/things body.a: y is not taken any more'])
  assert.deepEqual(of([thing({ a: { ...text, maxLength: 9 } }), thing({})], [thing({ a: { ...text, maxLength: 5 } }), thing({})]), ['POST /api/things body.a: maxLength is 5 now, it was 9'])
})

test('what an answer had', () => {
  assert.deepEqual(of([thing({}), thing({ id: text })], [thing({}), thing({})]), ['POST /api/things 201: id may be missing now', 'POST /api/things 201: id is gone'])
  assert.deepEqual(of([thing({}), thing({ id: text })], [thing({}), thing({ id: text }, [])]), ['POST /api/things 201: id may be missing now'])
  assert.deepEqual(of([thing({}), thing({ id: text })], [thing({}), thing({ id: { type: ['string', 'null'] } })]), ['POST /api/things 201.id: may be null now'])
})

test('a path, a method, a status, a parameter', () => {
  const before = document(thing({}), thing({}))
  assert.deepEqual(breaks(before, { paths: {} }), ['POST /api/things is gone'])
  const key = { in: 'header', name: 'Idempotency-Key', required: true, schema: text }
  assert.deepEqual(breaks(before, document(thing({}), thing({}), { parameters: [key] })), ['POST /api/things: header Idempotency-Key has to be sent now'])
  assert.deepEqual(breaks(before, document(thing({}), thing({}), { responses: { 202: {} } })), ['POST /api/things: is not answered by 201 any more'])
})

test('schemas that contain themselves end', () => {
  const tree = { components: { schemas: { node: thing({ below: { type: 'array', items: { $ref: '#/components/schemas/node' } } }) } } }
  const one = { ...document({ $ref: '#/components/schemas/node' }, thing({})), ...tree }
  assert.deepEqual(breaks(one, one), [])
})
