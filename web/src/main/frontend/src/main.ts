import { actions } from './kernel/actions.js';
import { router } from './kernel/router.js';
import { syncTheme } from './kernel/theme-sync.js';
import './shell/app.js';

router.start();
actions.start();
syncTheme();
