"""Makes a 256-pixel thumbnail of every photo that is put into the bucket."""

import io
import os
from urllib.parse import unquote_plus

import boto3
from PIL import Image

s3 = boto3.client("s3")  # Once per environment: warm requests reuse the connection.


def lambda_handler(event, context):
    for record in event["Records"]:
        bucket = record["s3"]["bucket"]["name"]
        key = unquote_plus(record["s3"]["object"]["key"])  # S3 sends keys URL-encoded.
        photo = Image.open(s3.get_object(Bucket=bucket, Key=key)["Body"])
        photo.thumbnail((256, 256))
        small = io.BytesIO()
        photo.save(small, "JPEG")
        # Another bucket: writing into the same one would start this function again.
        s3.put_object(Bucket=os.environ["THUMBNAILS"], Key=key, Body=small.getvalue())
        print(f"thumbnail of {key}: {photo.width} x {photo.height}")
