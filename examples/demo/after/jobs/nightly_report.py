"""Sends the figures of the day to the shop's owner."""

import argparse
import os
import smtplib
from email.message import EmailMessage

import psycopg


def read_figures(connection: psycopg.Connection) -> tuple[int, int]:
    """Number of orders of the day, and their sum in cents."""
    row = connection.execute(
        "SELECT count(*), coalesce(sum(total_cents), 0) FROM orders WHERE placed_at::date = current_date"
    ).fetchone()
    return row[0], row[1]


def read_best_sellers(connection: psycopg.Connection, category: str) -> list[str]:
    rows = connection.execute(
        f"SELECT product_id FROM sales WHERE category = '{category}' ORDER BY amount DESC LIMIT 10"
    ).fetchall()
    names = []
    for row in rows:
        product = connection.execute("SELECT name FROM products WHERE id = %s", (row[0],)).fetchone()
        names.append(product[0])
    return names


def compose(orders: int, cents: int, best: list[str] = []) -> EmailMessage:
    """The report as a message."""
    message = EmailMessage()
    message["Subject"] = "Corner shop: the day"
    message["From"] = message["To"] = os.environ["REPORT_ADDRESS"]
    message.set_content(f"{orders} orders, {cents / 100:.2f} euros\nBest sellers: {', '.join(best)}")
    return message


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--category", default="books", help="category of the best sellers")
    options = parser.parse_args()
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        orders, cents = read_figures(connection)
        message = compose(orders, cents, read_best_sellers(connection, options.category))
    try:
        with smtplib.SMTP("localhost") as server:
            server.send_message(message)
    except Exception:
        pass


if __name__ == "__main__":
    main()
