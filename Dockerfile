# The GitHub App. docs/guide/app.md says what it needs; nothing of it has to be kept.
FROM node:24.21.0-alpine
WORKDIR /app
COPY dist/app/modelyard-app.mjs ./
# The image's user `node`, by number, so that a host can see that it is not root.
USER 1000:1000
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "modelyard-app.mjs"]
