import { describe, expect, test } from 'vitest';
import { checkRequest } from './checkRequest.ts';
import { pathGrants } from './pathGrants.ts';

describe('checkRequest', () => {
  test.each([
    ['nothing', '"nothing"'],
    ['toString', '"toString"'],
    ['__proto__', '"__proto__"'],
    [42, '"number"'],
    [null, '"object"'],
  ])('refuses the method %j', (method, shown) => {
    expect(() => checkRequest(method, {}, pathGrants())).toThrow(
      `There is no request named ${shown}.`,
    );
  });

  test('imports only what a person chose', () => {
    const grants = pathGrants();
    const params = { path: '/etc/passwd' };
    expect(() => checkRequest('datasets.import', params, grants)).toThrow(
      '"/etc/passwd" was not chosen in a dialog.',
    );
    grants.allowRead('/etc/passwd');
    expect(checkRequest('datasets.import', params, grants).params).toBe(params);
  });

  test('fits only an image that a person chose', () => {
    const grants = pathGrants();
    const image = { kind: 'file', path: '/etc/passwd', isInverted: false };
    const params = { run: 'run-1', image };
    expect(() => checkRequest('runs.fitImage', params, grants)).toThrow('was not chosen');
    grants.allowRead('/etc/passwd');
    expect(checkRequest('runs.fitImage', params, grants).method).toBe('runs.fitImage');
  });

  test('writes only where a person chose', () => {
    const grants = pathGrants();
    const params = { run: 'run-1', format: 'json', path: '/tmp/model.json' };
    grants.allowRead('/tmp/model.json');
    expect(() => checkRequest('runs.export', params, grants)).toThrow('was not chosen');
    grants.allowWrite('/tmp/model.json', 'onnx');
    expect(() => checkRequest('runs.export', params, grants)).toThrow('was not chosen');
    grants.allowWrite('/tmp/model.json', 'json');
    expect(checkRequest('runs.export', params, grants).method).toBe('runs.export');
  });

  test('a malformed path request names the field', () => {
    expect(() => checkRequest('datasets.import', { path: 3 }, pathGrants())).toThrow(
      expect.objectContaining({ code: 'invalid-request', where: 'path' }),
    );
  });
});
