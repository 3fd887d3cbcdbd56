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


def compose(orders: int, cents: int) -> EmailMessage:
    """The report as a message."""
    message = EmailMessage()
    message["Subject"] = "Corner shop: the day"
    message["From"] = message["To"] = os.environ["REPORT_ADDRESS"]
    message.set_content(f"{orders} orders, {cents / 100:.2f} euros")
    return message


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dry-run", action="store_true", help="print the report, do not send it")
    options = parser.parse_args()
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        message = compose(*read_figures(connection))
    if options.dry_run:
        print(message)
        return
    with smtplib.SMTP("localhost") as server:
        server.send_message(message)


if __name__ == "__main__":
    main()
