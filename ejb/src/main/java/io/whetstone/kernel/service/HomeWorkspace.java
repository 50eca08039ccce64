package io.whetstone.kernel.service;

import java.util.UUID;

/** Where a caller works who names no workspace. Identity answers it; the kernel knows no capability. */
public interface HomeWorkspace {
    UUID ofCaller();
}
