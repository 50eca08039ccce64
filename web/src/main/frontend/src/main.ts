import { actions } from './kernel/actions.js';
import { router } from './kernel/router.js';
import './shell/app.js';

router.start();
actions.start();
