# The App: web, worker or both in one process (`--role`). Build: docker build -t multi-agent-review .
FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Packages run no script at install. What only development needs stays out, and so do the optional ones: they are Node
# itself, once more, and a driver for another platform.
RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_FOLDER=/data
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json LICENSE app.yml ./
COPY dist ./dist
# 1000 is the user `node` of the image. The folder holds the embedded database when there is no DATABASE_URL.
RUN mkdir /data && chown 1000:1000 /data
USER 1000:1000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT||3000)+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# No shell and no npm between the signal and the process: a stop is graceful.
ENTRYPOINT ["node", "dist/app/app.js"]
CMD ["--role", "all"]
