package io.whetstone.kernel.service;

import jakarta.enterprise.context.RequestScoped;

/** Where the current request came from; empty texts where there is none, as in the server's own work. */
@RequestScoped
public class Origin {
    private String address = "";
    private String userAgent = "";
    private String requestId = "";
    private boolean secure;

    /** Says where the request comes from, once, before anything else is done with it. */
    public void set(String from, String agent, String id, boolean encrypted) {
        this.address = from;
        this.userAgent = agent;
        this.requestId = id;
        this.secure = encrypted;
    }

    public String address() {
        return address;
    }

    public String userAgent() {
        return userAgent;
    }

    /** The id that the answer and the log lines carry. */
    public String requestId() {
        return requestId;
    }

    /** Whether the person's own connection is encrypted, at a proxy or here, or must be. */
    public boolean isSecure() {
        return secure;
    }
}
