import lit from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['node_modules/', 'eslint.config.js', '*.mjs'] },
  ...tseslint.configs.recommendedTypeChecked,
  ...tseslint.configs.stylistic,
  lit.configs['flat/recommended'],
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', 300],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-proto': 'error',
      'no-extend-native': 'error',
      'no-restricted-globals': ['error', { name: 'fetch', message: 'kernel/api.ts is the only fetch.' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TemplateElement[value.raw=/\\sstyle=/]', message: 'The CSP forbids style attributes.' },
        // What names of others lead to could be Object.prototype, which is everybody's.
        ...[
          'AssignmentExpression > MemberExpression.left[computed=true] > MemberExpression.object[computed=true]',
          'AssignmentExpression[operator=/^(\\?\\?|\\|\\||&&)=$/] > MemberExpression.left[computed=true]',
          'CallExpression[callee.object.name="Object"][callee.property.name=/^(assign|defineProperty|setPrototypeOf)$/]:not([arguments.0.type="ObjectExpression"])',
        ].map((selector) => ({ selector, message: 'This may reach a prototype: make a new object.' })),
      ],
      'lit/no-invalid-escape-sequences': 'error',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ['src/kernel/api.ts'], rules: { 'no-restricted-globals': 'off' } },
  // node:test's `test` returns a promise that the runner itself awaits.
  { files: ['**/*.test.ts'], rules: { '@typescript-eslint/no-floating-promises': 'off' } },
);
