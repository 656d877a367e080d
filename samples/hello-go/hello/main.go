// A custom runtime is any program that asks the Runtime API for an invocation, does the work and
// posts the result, again and again. Only the standard library is needed: the API is plain HTTP.
package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
)

func main() {
	// What stands above the loop is the init phase.
	api := "http://" + os.Getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/"
	for requests := 1; ; requests++ {
		next, err := http.Get(api + "next")
		if err != nil {
			log.Fatal(err)
		}
		event, _ := io.ReadAll(next.Body)
		next.Body.Close()
		fmt.Printf("request %d: %s\n", requests, event)

		result := fmt.Sprintf(`{"message": "Hello from Go!", "requests": %d}`, requests)
		id := next.Header.Get("Lambda-Runtime-Aws-Request-Id")
		done, err := http.Post(api+id+"/response", "application/json", strings.NewReader(result))
		if err != nil {
			log.Fatal(err)
		}
		done.Body.Close()
	}
}
