import type { Ecosystem } from './locked-package.ts';

/**
 * The names that impostors imitate: packages that nearly every project knows. Deliberately short, because each one makes
 * its neighbours suspicious.
 */
export const POPULAR_NAMES: ReadonlyMap<Ecosystem, ReadonlySet<string>> = new Map([
  [
    'npm',
    names(
      'react react-dom lodash express axios chalk commander debug moment webpack typescript eslint prettier jquery vue next ' +
        'async request bluebird underscore uuid yargs inquirer dotenv mongoose socket.io body-parser cookie-parser jsonwebtoken ' +
        'bcrypt bcryptjs nodemon rimraf mkdirp minimist semver classnames prop-types redux react-redux react-router ' +
        'react-router-dom styled-components tslib rxjs core-js node-fetch cross-env cross-spawn dayjs date-fns graphql mysql ' +
        'mysql2 sequelize typeorm prisma fastify nodemailer passport winston pino morgan helmet puppeteer playwright cheerio ' +
        'mocha vitest cypress babel-core rollup esbuild tailwindcss postcss autoprefixer electron discord.js telegraf web3 ' +
        'ethers crypto-js validator formidable multer express-session shelljs colors event-stream ua-parser-js coffee-script ' +
        'got superagent supertest fs-extra glob ansi-styles string-width strip-ansi node-sass noblox.js',
    ),
  ],
  [
    'PyPI',
    names(
      'requests urllib3 numpy pandas scipy matplotlib django flask fastapi sqlalchemy pytest setuptools boto3 botocore ' +
        'cryptography pyyaml jinja2 click pillow tensorflow torch transformers scikit-learn beautifulsoup4 selenium scrapy ' +
        'celery redis psycopg2 pymongo paramiko aiohttp httpx pydantic uvicorn gunicorn colorama tqdm python-dateutil certifi ' +
        'idna charset-normalizer packaging typing-extensions openai langchain opencv-python keras jupyter notebook discord.py ' +
        'telethon pycryptodome pyjwt werkzeug markupsafe virtualenv poetry pipenv ansible docker kubernetes tornado twisted',
    ),
  ],
  [
    'RubyGems',
    names(
      'rails rake rspec bundler nokogiri devise sidekiq puma sinatra activerecord activesupport actionpack faraday httparty ' +
        'capybara rubocop redis bcrypt omniauth pundit carrierwave paperclip jekyll thor minitest',
    ),
  ],
  [
    'crates.io',
    names(
      'serde serde_json tokio anyhow thiserror reqwest hyper clap regex rand syn quote proc-macro2 libc futures tracing axum ' +
        'actix-web rocket diesel sqlx chrono uuid itertools lazy_static once_cell rustls openssl',
    ),
  ],
  [
    'Packagist',
    names(
      'symfony/console symfony/http-foundation laravel/framework guzzlehttp/guzzle monolog/monolog phpunit/phpunit ' +
        'doctrine/orm twig/twig psr/log ramsey/uuid nesbot/carbon composer/composer',
    ),
  ],
]);

/** Well-known packages whose names happen to be near those above. */
export const KNOWN_NEIGHBOURS: ReadonlySet<string> = names(
  'preact color requests request expressjs lodash-es lodash.merge mongodb mysqljs reacts yarg chai jest nuxt vuex mockery ' +
    'commander.js moments semver2 requests2 urllib redis-py flasks django2 tornado2 numpydoc pandas-gbq cryptographic glob2 ' +
    'globby async-es asynckit debugger uuidv4 pyaml pytests clickhouse pillow-simd torchx tokio-rs hyperx clapp rands regexp ' +
    'libc2 rake2 puma-dev sinatra2 thora bcryptjs bcrypt mkdirp2 rimraf2 winston2 pino2 morgan2 helmetjs passport2 mocha2 ' +
    'dayjs2 roll rollupx got2 chalk2 vite vitest next colors colorama react vue',
);

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
