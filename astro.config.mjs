import { defineConfig } from 'astro/config';

export default defineConfig({
  site: process.env.GONGBAO_SITE ?? 'http://localhost:4321',
  output: 'static',
  trailingSlash: 'always',
  // Every file is external: the content security policy allows no inline script.
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
});
